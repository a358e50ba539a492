"""Words that say nothing of what is looked for, and the words that ask."""

from selaras.language.reading.words import word_set

# Those that ask tell what kind of answer is wanted (see `questions`).
ASKING = word_set("""
apa apakah apaan siapa siapakah berapa berapakah berapaan kapan kapankah mana manakah dimana
dimanakah kemana kemanakah darimana bagaimana bagaimanakah gimana mengapa kenapa adakah kpn dmn
dmana kmn kmana gmn gmana bgmn knp
""")

STOP_WORDS = ASKING | word_set("""
yang di ke dari pada dalam untuk dengan dan atau ini itu adalah ialah oleh sebagai akan telah sudah
belum tidak bukan juga karena saat ketika sang para tersebut secara hingga sampai agar supaya ia dia
mereka kami kita saya anda kamu aku nya lah kah pun namun tetapi tapi bahwa serta maka jika kalau
bila bisa dapat harus masih lagi saja hanya sedang lalu kemudian yaitu yakni antara terhadap tentang
maupun sebuah suatu seorang seperti bagi atas kepada daripada merupakan menjadi ada sih dong deh nih
kok ya yg dgn utk tolong mohon dimaksud namanya kini punya cara caranya
""")
