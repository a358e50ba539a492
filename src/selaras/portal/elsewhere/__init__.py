"""Facts and announcements on websites that we do not run: data, a component, frames, oEmbed."""
