"""Spellings of messages and social media, and the usual word for each.

Only what cannot be another word in an official text: "dr" can be a doctor, so it is left alone.
"""

from collections.abc import Mapping

_SPELLINGS = """
adalah: adlh
saja: aj
akan: akn
akhir: akhr
atau: ato atw atao
banget: bgt bngt bgtt
baru: bru
begitu: gitu gtu
begini: gini
belum: blm blom blum belom
berapa: brp brapa brpa
besok: bsk bsok
bilang: blg
bisa: bs bsa
buat: bwt
buka: bka
bukan: bkn
bulan: bln
cuma: cm cman cuman
dalam: dlm
dapat: dpt dapet
dari: soko saka
dengan: dgn dngn
dulu: dlu dl
gratis: grts
hanya: hny hnya
hari: dino dinten hr hri
harus: hrs
ini: nih
itu: tu tuh
jadi: jd jdi
jam: jm
jangan: jgn jngn
jumlah: jml
juta: jt jeti
juga: jg jga
kabar: kbr
kabupaten: kab kabup
kalau: klo kalo kl klu kalok
kamu: kmu
karena: krn karna krna
kelas: kls
kemarin: kmrn kmren kemaren kmarin
keluar: klr
kepada: kpd
kepulauan: kep
kurang: krg krang
lagi: lg lgi
lebih: lbh
level: lvl lv lev lepel lefel
malam: bengi wengi peuting mlm malem mlem
masih: isih keneh msh msih
masuk: msk
mau: mw
menit: mnt
menjadi: mnjd
miliar: milyar miliard
minggu: mgg mggu
mulai: mulei
naik: naek
nanti: nnt ntar entar ntr
nomor: nmr nomer
orang: org orng
pada: pd
pagi: esuk isuk enjing pgi
pakai: pake pk
persen: prsn persn percent prosen
pukul: pkl
puluh: plh
provinsi: prov prop propinsi
ribu: rb rbu rebu
rupiah: rph
saja: aja sj
sampai: nganti ngantos dugi nyampe nyampai sampe smpe ampe sampek
sekitar: sktr skitar
hampir: hmpr ampir
sangat: sgt
saya: sy
sebelum: sblm sblum
sedang: sdg
sekarang: saiki ayeuna skrg skrng skg skr skrang sekarng skarang
sekolah: skolah sklh skul
semua: smua smw
setelah: stlh stelah
sudah: udh dh udah sdh uda sudh
supaya: spy
tahun: thn tahon
tanggal: tgl tggl
tanpa: tnp
tapi: tp tpi
teman: tmn
telah: tlh
terus: trs trus
tetap: ttp tetep
tidak: tdk gak ga gk nggak ngga enggak kagak kaga ndak tak nda ora engga
triliun: trilyun trilliun
tunggu: tgg
untuk: utk
vaksin: vaksn
wilayah: wil
yang: yg yng
bandung: bdg
denpasar: dps
jakarta: jkt
jogja: jgj yogya jogjakarta
makassar: mks mksr
malang: mlg
medan: mdn
palembang: plg plmbg
semarang: smg smrg
surabaya: sby
tangerang: tng tgr
tasikmalaya: tasik
"""

INFORMAL: Mapping[str, str] = {
    written: usual.strip()
    for line in _SPELLINGS.strip().splitlines()
    for usual, spellings in [line.split(":")]
    for written in spellings.split()
    if written != usual.strip()
}
