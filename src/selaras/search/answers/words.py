"""Words of questions that say nothing about their subject, and those that say what is wanted."""

from collections.abc import Mapping

from selaras.facts.models import Kind
from selaras.language.reading.words import word_set

SMALL = word_set("""
    dan di dari yang untuk per para atau pada dengan ke oleh dalam bagi sebagai itu ini nya
""")
# Beside the name of a fact these change nothing: fillers, politeness, time, validity.
NEUTRAL = SMALL | word_set("""
    ya yah yak sih dong deh kah kok nih loh lho tuh kan pun lagi juga saja aja min admin kak kaka
    kakak gan bro sis bang mas mbak pak bu bapak ibu mohon tolong coba minta tanya nanya bertanya
    halo hai hi permisi assalamualaikum selamat pagi siang sore malam terima kasih makasih
    berapa apa apakah kapan mana dimana bagaimana gimana siapa ada adakah benarkah benar betul
    masih sudah belum sedang lagi telah akan kini sekarang ini hari harinya saat terbaru terkini
    baru barusan terakhir update updated informasi info infonya berita kabar resmi pemerintah
    daerah wilayah kawasan kota kabupaten provinsi kecamatan indonesia kita kami saya aku gue kamu
    tempat tinggal tanggal tahun bulan minggu pekan
    sampai hingga sejak mulai dimulai berakhir akhir akhirnya selesai habis berlaku diberlakukan
    berlangsung diperpanjang perpanjangan dicabut naik turun masuk termasuk kena terkena menerapkan
    diterapkan penerapan berstatus ditetapkan penetapan berubah perubahan tetap jadi menjadi adalah
    cek lihat melihat cari mencari tahu mau ingin pengen bisa semua setiap tiap untuk tentang soal
    mengenai terkait seputar besok kemarin nanti lusa mengetahui diketahui ketahui hasil nilai bantu
    sekitar cuma hanya kalau kang akang teh teteh om tante bos boss lur bray cuy guys gaes gais
    plis please euy mah toh tho wkwk hehe hmm oh kira lupa bilang katanya kata th tidak bukan
""")
# Whoever asks these wants a text, not a value.
EXPLAINING = word_set("""
    kenapa mengapa cara caranya arti artinya pengertian definisi maksud maksudnya kepanjangan
    singkatan syarat persyaratan sejarah contoh alasan penyebab aturan peraturan
""")
NOUNS: Mapping[Kind, frozenset[str]] = {
    Kind.CHOICE: word_set("""
        status level tingkat tingkatan kategori zona warna kondisi posisi situasi keadaan
    """),
    Kind.NUMBER: word_set("jumlah banyak banyaknya angka total data kapasitas"),
    Kind.PERCENTAGE: word_set("persen persentase angka cakupan capaian tingkat data prevalensi"),
    Kind.MONEY: word_set("""
        besar besaran besarnya nominal harga tarif biaya rupiah uang jumlah bayar iuran
    """),
    Kind.DATE: word_set("tanggal jadwal waktu"),
    Kind.PERIOD: word_set("masa periode jadwal waktu lama lamanya jangka"),
    Kind.TIME: word_set("jam pukul waktu jadwal buka tutup"),
    Kind.CONTACT: word_set("""
        nomor no telepon telpon telp tlp kontak hotline call center callcenter whatsapp wa hubungi
        alamat
    """),
    Kind.TEXT: frozenset(),
}
ANY_NOUN = frozenset[str]().union(*NOUNS.values())
# In the name of a type these only say of which regions it speaks.
LEVELS = word_set("kota kabupaten provinsi daerah wilayah nasional")
# Before or after the name of a place they mean the office there.
OFFICES = word_set("""
    pemkot pemkab pemprov pemda pemerintah diskominfo kominfo kominfotik dinas situs website web
    laman portal instansi kantor resmi walikota bupati gubernur
""")
