"""Recognising Vietnamese."""

import pytest

from doichieu.languages import recognise

NEWS = (
    "Sáng nay, công an huyện cho biết đã bắt hai người trong vụ cháy chợ. Theo cơ quan điều tra, những người này đã "
    "đến chợ từ đêm trước và không có mặt tại nhà khi được mời làm việc."
)
PLAIN = (
    "Sang nay, cong an huyen cho biet da bat hai nguoi trong vu chay cho. Theo co quan dieu tra, nhung nguoi nay da "
    "den cho tu dem truoc va khong co mat tai nha khi duoc moi lam viec."
)


NAMES = "Bí thư Thành uỷ Thủ Đức Nguyễn Hữu Lộc, Chủ tịch HĐND tỉnh Bến Tre Đỗ Thị Hồng Hạnh, Thượng tá Phạm Quốc Bảo"
MIXED = (
    'Sáng 5/3, chợ Bến Đò bốc cháy. "We heard a loud bang and then saw the smoke," said John Carter, a tourist from '
    "Leeds. Ông Trần Văn Tám cho biết mười hai gian hàng bị thiêu rụi."
)


@pytest.mark.parametrize("text", [NEWS, NEWS.upper(), PLAIN, PLAIN.upper(), NEWS * 500, NAMES, MIXED])
def test_vietnamese(text: str) -> None:
    assert recognise(text) == "vi"


@pytest.mark.parametrize(
    "text",
    [
        "The president said on Monday that the government in Hanoi would not change its plan for the city.",
        "Le président a déclaré lundi que le gouvernement ne changerait pas son plan pour la ville, là où il est né.",
        "Presiden mengatakan pada hari Senin bahwa pemerintah tidak akan mengubah rencananya untuk kota itu dan warga.",
        "El presidente dijo el lunes que el gobierno no cambiará su plan para la ciudad, y que la gente puede seguir.",
        "Mr Nguyễn Văn Thưởng and Ms Trần Thị Hoà said on Monday that the plan for the city would not be changed.",
        "Ààrẹ náà sọ ní ọjọ́ Ajé pé ìjọba kò ní yí ètò rẹ̀ padà fún ìlú náà, àwọn ènìyàn sì lè tẹ̀síwájú.",
        "Președintele a spus luni că guvernul nu își va schimba planul pentru oraș și că oamenii pot să meargă.",
        "大統領は月曜日、政府は都市計画を変更しないと述べた。",
        "12345 !!! ???",
        "",
    ],
)
def test_other_languages(text: str) -> None:
    assert recognise(text) == ""
