import pytest

from selaras.pages.wordpress.cleaning import clean
from selaras.pages.wordpress.content import (
    Gallery,
    PageBreak,
    Paragraph,
    Part,
    Picture,
    Quote,
    Table,
    Video,
)


def parts(text: str) -> list[Part]:
    return list(clean(text).parts)


def html(text: str) -> str:
    return "".join(part.html for part in parts(text) if isinstance(part, Paragraph))


def block(name: str, inner: str) -> str:
    return f"<!-- wp:{name} -->\n{inner}\n<!-- /wp:{name} -->\n\n"


def test_lines_of_classic_text_are_breaks_and_empty_lines_paragraphs() -> None:
    assert html("Satu\ndua\n\n\ntiga") == "<p>Satu<br/>dua</p><p>tiga</p>"


def test_lines_inside_a_block_are_only_white_space() -> None:
    assert html(block("paragraph", "<p>Satu\ndua</p>")) == "<p>Satu dua</p>"


def test_text_between_blocks_is_classic() -> None:
    text = block("paragraph", "<p>A\nB</p>") + "C\nD\n\nE\n\n" + block("paragraph", "<p>F</p>")
    assert html(text) == "<p>A B</p><p>C<br/>D</p><p>E</p><p>F</p>"


def test_bold_and_italic_stay_and_always_nest() -> None:
    assert html("<strong>a <em>b</strong> c</em>") == "<p><b>a </b><b><i>b</i></b> c</p>"


def test_a_mark_that_spans_an_empty_line_continues_in_the_next_paragraph() -> None:
    assert html("a <b>b\n\nc</b> d") == "<p>a <b>b</b></p><p><b>c</b> d</p>"


@pytest.mark.parametrize(
    ("level", "ours"), [(1, "h2"), (2, "h2"), (3, "h3"), (4, "h3"), (5, "h3"), (6, "h3")]
)
def test_headings_begin_at_the_second_level(level: int, ours: str) -> None:
    assert html(f"<h{level}><b>Judul</b></h{level}>") == f"<{ours}>Judul</{ours}>"


def test_lists_stay_nested_and_unclosed_items_end() -> None:
    assert html("<ul><li>a<ol><li>b</ol><li>c <b>d</ul>") == (
        "<ul><li>a<ol><li>b</li></ol></li><li>c <b>d</b></li></ul>"
    )


def test_raised_and_lowered_figures_become_characters() -> None:
    assert html("5 m<sup>2</sup>, CO<sub>2</sub>, catatan<sup>a</sup>") == (
        "<p>5 m², CO₂, catatana</p>"
    )


def test_a_quotation_keeps_its_source_apart() -> None:
    quoted = "<blockquote><p>Satu.</p><p>Dua.</p><cite>— Wali Kota</cite></blockquote>"
    assert parts(quoted) == [Quote("Satu.\nDua.", "Wali Kota")]


def test_a_quotation_with_more_than_words_is_read_as_text() -> None:
    quoted = "<blockquote>Dua hal:<ul><li>a</li></ul></blockquote>"
    assert html(quoted) == "<p>Dua hal:</p><ul><li>a</li></ul>"


def test_a_table_has_equal_rows_also_with_merged_cells() -> None:
    text = (
        "<table><tr><th>A</th><th>B</th><th>C</th></tr>"
        "<tr><td rowspan='2'>1</td><td colspan='2'><b>2</b></td></tr><tr><td>3</td></tr></table>"
    )
    assert parts(text) == [
        Table((("A", "B", "C"), ("1", "<b>2</b>", ""), ("", "3", "")), header=True)
    ]


def test_a_first_row_in_bold_is_a_header() -> None:
    text = "<table><tr><td><b>A</b></td><td><strong>B</strong></td></tr><tr><td>1<td>2</table>"
    assert parts(text) == [Table((("<b>A</b>", "<b>B</b>"), ("1", "2")), header=True)]


def test_a_table_that_only_arranges_pictures_is_taken_apart() -> None:
    text = "<table><tr><td><img src='https://a.example/1.jpg'></td><td>Teks</td></tr></table>"
    assert parts(text) == [Picture(0, "https://a.example/1.jpg"), Paragraph("<p>Teks</p>")]


def test_a_picture_in_a_sentence_stands_between_its_halves() -> None:
    text = "Awal <img class='wp-image-7' src='/a.jpg' alt='Alt'> akhir"
    assert parts(text) == [
        Paragraph("<p>Awal</p>"),
        Picture(7, "/a.jpg", "Alt"),
        Paragraph("<p>akhir</p>"),
    ]


def test_a_picture_that_loads_late_is_found_by_its_true_address() -> None:
    text = "<img src='data:image/gif;base64,R0lGOD' data-src='https://a.example/1.jpg'>"
    assert parts(text) == [Picture(0, "https://a.example/1.jpg")]


def test_emoji_pictures_are_text_and_counting_pixels_nothing() -> None:
    text = "Halo <img class='emoji' alt='😀' src='x'><img src='https://a.example' width='1'>"
    assert parts(text) == [Paragraph("<p>Halo 😀</p>")]


def test_a_block_gallery_keeps_each_caption() -> None:
    text = block(
        "gallery",
        "<figure class='wp-block-gallery'><figure><img class='wp-image-1' src='/1.jpg'>"
        "<figcaption>Satu</figcaption></figure><figure><img class='wp-image-2' src='/2.jpg'>"
        "</figure><figcaption>Semua</figcaption></figure>",
    )
    assert parts(text) == [
        Gallery((Picture(1, "/1.jpg", "", "Satu"), Picture(2, "/2.jpg")), "Semua")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "https://youtu.be/dQw4w9WgXcQ?si=abc",
        "<iframe src='https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'></iframe>",
        "[embed]https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=5s[/embed]",
        "[video src='https://www.youtube.com/shorts/dQw4w9WgXcQ']",
        block("embed", "<figure><div>\nhttps://m.youtube.com/watch?v=dQw4w9WgXcQ\n</div></figure>"),
        "<p>https://www.youtube.com/live/dQw4w9WgXcQ</p>",
    ],
)
def test_a_video_is_known_however_it_was_put_there(text: str) -> None:
    assert parts(text) == [Video("https://www.youtube.com/watch?v=dQw4w9WgXcQ")]


def test_other_frames_become_links_and_are_noted() -> None:
    cleaned = clean("<iframe src='https://peta.example/a?b=1&c=2'></iframe>")
    assert cleaned.parts == (
        Paragraph(
            '<p><a href="https://peta.example/a?b=1&amp;c=2">https://peta.example/a?b=1&amp;c=2</a></p>'
        ),
    )
    assert cleaned.notes == ("Bingkai dijadikan tautan: https://peta.example/a?b=1&c=2.",)


def test_page_breaks_stand_only_between_texts() -> None:
    text = "<!--nextpage-->A<!--nextpage--><!--nextpage-->B<!--nextpage-->"
    assert parts(text) == [Paragraph("<p>A</p>"), PageBreak(), Paragraph("<p>B</p>")]


def test_what_stands_above_more_is_the_teaser_and_stays_in_the_text() -> None:
    cleaned = clean("Awal <b>tebal</b>.\n\n<!--more Lanjut-->\n\nIsi.")
    assert cleaned.teaser == "Awal tebal."
    assert cleaned.parts == (Paragraph("<p>Awal <b>tebal</b>.</p><p>Isi.</p>"),)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "java&#x09;script:alert(1)",
        "&#106;avascript:alert(1)",
        "\x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "javascript&colon;alert(1)",
    ],
)
def test_a_link_that_runs_something_is_only_text(href: str) -> None:
    cleaned = clean(f'<a href="{href}">klik</a>')
    assert cleaned.parts == (Paragraph("<p>klik</p>"),)
    assert "Tautan yang tidak aman dibuang" in cleaned.notes[0]


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://a.example/?a=1&amp;b=2", "https://a.example/?a=1&amp;b=2"),
        ("//a.example/b", "https://a.example/b"),
        ("/berita/satu/", "/berita/satu/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("tel:+6222123", "tel:+6222123"),
    ],
)
def test_a_link_that_only_leads_somewhere_stays(href: str, kept: str) -> None:
    assert html(f'<a href="{href}" onclick="x()" style="y">klik</a>') == (
        f'<p><a href="{kept}">klik</a></p>'
    )


def test_what_runs_or_asks_is_dropped_and_noted() -> None:
    cleaned = clean("a<script>x()</script><form><input></form><svg><script>y</script></svg>b")
    assert cleaned.parts == (Paragraph("<p>ab</p>"),)
    assert cleaned.notes == ("Skrip dibuang.", "Formulir dibuang.", "Gambar SVG dibuang.")


def test_javanese_script_and_joined_emoji_stay_as_they_are() -> None:
    text = "ꦱꦸꦒꦼꦁ 👨\u200d👩\u200d👧 a\u200cb"
    assert html(text) == f"<p>{text}</p>"


def test_a_text_of_300_000_characters_is_kept_whole() -> None:
    text = "\n\n".join(f"Kalimat {number} tentang banjir & hujan." for number in range(8_000))
    cleaned = html(text)
    assert len(text) > 300_000
    assert cleaned.count("<p>") == 8_000
    assert "Kalimat 7999 tentang banjir &amp; hujan." in cleaned
