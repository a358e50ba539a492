"""The file of a picture: its width and height are those that people see."""

from PIL import Image
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

ORIENTATION = 0x0112
TURNED = {5, 6, 7, 8}  # EXIF orientations that lie on their side


class PictureFieldFile(WagtailImageFieldFile):
    """Reads the size from the header alone, turned as the camera noted it."""

    def get_image_dimensions(self) -> tuple[int, int]:
        """Width and height in pixels after the picture was turned upright."""
        was_closed = self.closed
        self.open()
        try:
            with Image.open(self.file) as image:
                width, height = image.size
                turned = image.getexif().get(ORIENTATION) in TURNED
                return (height, width) if turned else (width, height)
        finally:
            if was_closed:
                self.close()
            else:
                self.seek(0)


class PictureField(WagtailImageField):
    """A model field for the original of a picture."""

    attr_class = PictureFieldFile
