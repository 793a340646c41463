"""Armenian in its old encoding, told from other scripts."""

from __future__ import annotations

import pytest

from contactline.intake import armscii, decoding

ARMENIAN = "Երկու նախարարները այսօր խոսեցին հովտի ճանապարհի և նոր կամրջի մասին։ Նրանք կրկին կհանդիպեն։"
RUSSIAN = "Министры говорили о дороге через долину и о новом мосте."
GREEK = "Οι δύο υπουργοί μίλησαν για τον δρόμο μέσα από την κοιλάδα και για τη νέα γέφυρα."


def test_armenian_is_read_by_a_guess_that_is_named() -> None:
    assert decoding.read(ARMENIAN.encode(armscii.NAME)) == decoding.Decoded(ARMENIAN, "armscii-8")


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (GREEK, "cp1253")])
def test_other_scripts_are_not_taken_for_it(text: str, encoding: str) -> None:
    assert not armscii.is_likely(text.encode(encoding))
    assert decoding.read(text.encode(encoding)).text == text


def test_each_letter_has_one_byte_and_no_text_fails() -> None:
    letters = "".join(map(chr, [*range(0x531, 0x557), *range(0x561, 0x587)]))

    assert letters.encode(armscii.NAME).decode(armscii.NAME) == letters
    assert bytes(range(256)).decode(armscii.NAME)[:128] == "".join(map(chr, range(128)))
