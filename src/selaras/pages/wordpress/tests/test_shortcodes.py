import pytest

from selaras.pages.wordpress.cleaning import clean
from selaras.pages.wordpress.content import Gallery, Paragraph, Part, Picture


def parts(text: str) -> list[Part]:
    return list(clean(text).parts)


def test_a_caption_belongs_to_its_picture() -> None:
    text = (
        '[caption id="attachment_6" width="300"]<a href="/a.jpg"><img src="/a-300x200.jpg" '
        'alt="Alt" /></a> Warga <em>bergotong royong</em>[/caption] lanjut'
    )
    assert parts(text) == [
        Picture(6, "/a-300x200.jpg", "Alt", "Warga bergotong royong"),
        Paragraph("<p>lanjut</p>"),
    ]


def test_the_old_form_of_a_caption_is_understood() -> None:
    text = '[caption id="attachment_6" caption="Ket &amp; lain"]<img src="/a.jpg">[/caption]'
    assert parts(text) == [Picture(6, "/a.jpg", "", "Ket & lain")]


def test_a_gallery_lists_its_pictures_or_means_all_of_the_post() -> None:
    assert parts('[gallery columns="2" ids="3, 4,x"]') == [
        Gallery((Picture(3, ""), Picture(4, "")))
    ]
    assert parts("[gallery]") == [Gallery(())]


def test_a_recording_becomes_a_link_to_its_file() -> None:
    assert parts('[audio mp3="https://a.example/pidato.mp3"][/audio]') == [
        Paragraph('<p><a href="https://a.example/pidato.mp3">pidato.mp3</a></p>')
    ]


def test_an_unknown_shortcode_goes_and_what_it_encloses_stays() -> None:
    cleaned = clean('[vc_row][vc_column width="1/2"]Isi[/vc_column][/vc_row]')
    assert cleaned.parts == (Paragraph("<p>Isi</p>"),)
    assert cleaned.notes == (
        "Kode pendek [vc_row] dibuang.",
        "Kode pendek [vc_column] dibuang.",
    )


def test_a_shortcode_that_shows_a_document_becomes_a_link() -> None:
    cleaned = clean('[pdf-embedder url="https://a.example/b/edaran.pdf" width="max"]')
    assert cleaned.parts == (
        Paragraph('<p><a href="https://a.example/b/edaran.pdf">edaran.pdf</a></p>'),
    )
    assert cleaned.notes == ("Kode pendek [pdf-embedder] dijadikan tautan ke berkasnya.",)


@pytest.mark.parametrize("text", ["Ia [sic] pergi", "Lihat [1] dan [Foto: Humas]", "a[i] = b"])
def test_brackets_in_a_sentence_are_text(text: str) -> None:
    assert parts(text) == [Paragraph(f"<p>{text}</p>")]


def test_an_escaped_shortcode_is_shown_as_written() -> None:
    assert parts("Tulis [[gallery]] begitu") == [Paragraph("<p>Tulis [gallery] begitu</p>")]


def test_repeated_notes_are_counted() -> None:
    assert clean("[su_box a=1] [su_box a=2]").notes == ("Kode pendek [su_box] dibuang (2×).",)


def test_an_enclosing_code_without_its_end_takes_nothing_along() -> None:
    assert parts("[caption]Teks yang tetap ada") == [Paragraph("<p>Teks yang tetap ada</p>")]
