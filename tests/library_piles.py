"""Articles for the tests: happenings that never were, told by outlets that do not exist."""

from datetime import datetime, timedelta, timezone

from doichieu.model import Article

HANOI = timezone(timedelta(hours=7))


def article(ident: str, text: str, *, day: int = 1, hour: int = 8, outlet: str = "", url: str | None = None) -> Article:
    """An article of May 2031."""
    published = datetime(2031, 5, day, hour, tzinfo=HANOI)
    return Article(id=ident, text=text, outlet=outlet or ident, published=published, url=url)


FLOOD = (
    article(
        "lu-1",
        "Lũ lớn ở Hà Lam, 2.500 người phải sơ tán\nSáng 1/5, nước sông Lam Sa dâng cao, 2.500 người ở thị trấn Hà Lam "
        "phải sơ tán. Chủ tịch huyện Trần Quế Sơn nói: “Chúng tôi đã báo động từ nửa đêm”.",
        day=1,
        outlet="Sông Vàng",
    ),
    article(
        "lu-2",
        "Hà Lam chìm trong lũ sông Lam Sa\nTrưa 1/5, thị trấn Hà Lam ngập sâu hai mét. Theo ông Trần Quế Sơn, "
        "2.500 người phải sơ tán khỏi thị trấn. Quân đội đưa xuồng đến sông Lam Sa.",
        day=1,
        hour=13,
        outlet="Người Bến",
    ),
    article(
        "lu-3",
        "Số người sơ tán vì lũ ở Hà Lam tăng lên 3.600\nĐến sáng 2/5, 3.600 người ở thị trấn Hà Lam phải sơ tán, "
        "Đại tá Đinh Thu Vọng cho biết. “Nước sông Lam Sa còn lên”, bà Đinh Thu Vọng nói.",
        day=2,
        outlet="Tin Trưa",
    ),
)
FIRE = (
    article(
        "chay-1",
        "Cháy kho sợi ở cảng Mây\nTối 3/5, kho sợi của Công ty Đông Kha ở cảng Mây bốc cháy. Ông Hồ Văn Lệ, "
        "giám đốc cảng Mây, nói: “Không ai bị thương”.",
        day=3,
        hour=21,
        outlet="Sông Vàng",
    ),
    article(
        "chay-2",
        "Kho sợi Đông Kha ở cảng Mây cháy suốt đêm\nKho sợi của Công ty Đông Kha ở cảng Mây cháy từ tối 3/5 đến "
        "sáng 4/5. Giám đốc cảng Mây Hồ Văn Lệ cho biết không ai bị thương.",
        day=4,
        outlet="Người Bến",
    ),
)
FAIR = (
    article(
        "cho-1",
        "Hội chợ gốm Phù Lăng mở cửa\nSáng 4/5, hội chợ gốm Phù Lăng khai mạc với 120 gian hàng. Nghệ nhân Vũ Thị Đào "
        "nói: “Gốm Phù Lăng đã có khách trở lại”.",
        day=4,
        hour=10,
        outlet="Tin Trưa",
    ),
)
ALL = (*FLOOD, *FIRE, *FAIR)
