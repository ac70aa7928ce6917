"""Measures from customer service, opinion, production and business."""

from bole.work.rules.measure import LARGEST, Measure, Words

_AGENT = Words("the agent", "处理人")
_NAMED = Words("whom the sender names", "发送方指明的人")
_ISO_9000 = "ISO 9000:2015"

SERVICE = (
    Measure(
        code="responses",
        name=Words("Time to the first response", "客户响应时间"),
        event=Words("A ticket gets its first response", "工单得到首次响应"),
        formula="working time from opening to the first response, on the day of the response; a period shows the mean",
        source="Bole; working time by the company calendar",
        unit="seconds",
        fold="mean",
        credited=_AGENT,
    ),
    Measure(
        code="responses_in_time",
        name=Words("First responses in time", "按时首次响应"),
        event=Words(
            "A ticket gets its first response, and the desk says whether that was in time", "工单得到首次响应，且工单系统注明是否按时"
        ),
        formula="10,000 in time, 0 late, by what the customer was promised; a period shows the mean: the percentage in time",
        source="Bole; the promise is the ticket's own",
        unit="hundredths",
        fold="mean",
        most=10_000,
        credited=_AGENT,
    ),
    Measure(
        code="resolutions",
        name=Words("Time to resolve", "解决时间"),
        event=Words("A ticket is solved", "工单解决"),
        formula="working time from opening to solving, on the day it is solved; a period shows the mean",
        source="Bole; working time by the company calendar",
        unit="seconds",
        fold="mean",
        credited=_AGENT,
    ),
    Measure(
        code="tickets_solved",
        name=Words("Tickets solved", "解决工单数"),
        event=Words("A ticket is solved", "工单解决"),
        formula="1 a ticket, on the day it is solved",
        source="Bole",
        credited=_AGENT,
    ),
)

OPINION = (
    Measure(
        code="satisfaction",
        name=Words("Customer satisfaction", "客户满意度"),
        event=Words("A customer answers a survey", "客户提交评价"),
        formula="an answer from 0 to 10 times 10, one from 1 to 5 times 20, on a scale to 100; a period shows the mean",
        source=f"{_ISO_9000}, 3.9.2 (customer satisfaction); ISO 10004:2018 for asking",
        unit="hundredths",
        fold="mean",
        most=10_000,
        credited=Words("the employee that the survey names", "评价指明的员工"),
    ),
    Measure(
        code="peer_rating",
        name=Words("Rating by colleagues", "互评分数"),
        event=Words("A round of ratings by colleagues is closed", "一轮互评结束"),
        formula="the round's mean on a scale to 100, one fact a round; a period shows the mean",
        source="Bole; single answers never arrive here",
        unit="hundredths",
        fold="mean",
        most=10_000,
        credited=Words("who was rated", "被评价人"),
    ),
)

FACTORY = (
    Measure(
        code="output_units",
        name=Words("Units produced", "产量"),
        event=Words("A shift or batch is reported", "班次或批次报工"),
        formula="pieces produced, good or not",
        source="ISO 22400-2:2014, produced quantity",
        credited=_NAMED,
    ),
    Measure(
        code="good_units",
        name=Words("Good units", "合格品数量"),
        event=Words("A shift or batch is inspected", "班次或批次检验"),
        formula="pieces that meet the requirements, on the day of output_units",
        source="ISO 22400-2:2014, good quantity",
        credited=_NAMED,
    ),
    Measure(
        code="proposals_accepted",
        name=Words("Proposals accepted", "采纳的改善提案数"),
        event=Words("A proposal for improvement is accepted", "改善提案被采纳"),
        formula="1 a proposal, on the day it is accepted",
        source="Bole",
        credited=_NAMED,
    ),
)

BUSINESS = (
    Measure(
        code="revenue",
        name=Words("Revenue", "销售额"),
        event=Words("A sale is booked, or taken back", "销售入账或冲销"),
        formula="the amount in cents of the company's currency; a cancellation is negative",
        source="Bole; what is booked and when is the company's accounting",
        unit="cents",
        least=-LARGEST,
        credited=_NAMED,
    ),
    Measure(
        code="renewals_due",
        name=Words("Renewals due", "应续约客户数"),
        event=Words("A customer's contract ends in the period", "客户合同到期"),
        formula="1 a customer, on the last day of the contract",
        source="Bole",
        credited=_NAMED,
    ),
    Measure(
        code="renewals_kept",
        name=Words("Renewals kept", "续约客户数"),
        event=Words("A customer whose contract ends stays", "到期客户续约"),
        formula="1 a customer, on the same day as renewals_due",
        source="Bole",
        credited=_NAMED,
    ),
    Measure(
        code="new_markets",
        name=Words("New markets", "新市场拓展数"),
        event=Words("The first sale in a market that the company names", "在公司指定的新市场首次成交"),
        formula="1 a market, on the day of the first sale",
        source="Bole",
        credited=_NAMED,
    ),
    Measure(
        code="innovations",
        name=Words("Innovations", "技术创新数"),
        event=Words("A technical innovation is confirmed", "技术创新得到确认"),
        formula="1 an innovation, on the day it is confirmed",
        source="Bole",
        credited=_NAMED,
    ),
)
