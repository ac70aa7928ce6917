"""Short pieces for mentors: what to do in the next talk. They ship with the product, in both languages."""

from dataclasses import dataclass

from bole.mentoring.rules.shipped import READ

CHARACTERS_A_MINUTE = 300


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece: its title and its paragraphs in both languages."""

    code: str
    zh: str
    en: str
    words_zh: tuple[str, ...]
    words_en: tuple[str, ...]

    @property
    def minutes(self) -> int:
        """How long it takes to read."""
        return max(1, -(-sum(map(len, self.words_zh)) // CHARACTERS_A_MINUTE))


_WORDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "first-talk": (
        (
            "第一次沟通只做三件事：互相认识、说清楚怎么合作、约好下一次。",
            "可以这样开头：你最近一次觉得自己做得不错，是什么事？先听完，再问：那时候谁帮了你？",
            "把保密说在前面：记录只有你们两人看，主管和人力资源部只看到哪天聊过。",
            "结束前一起定一件两周内能做完的小事，写进记录。",
        ),
        (
            "A first talk does three things: you get to know each other, you say how you will work together, you set the next day.",
            "You can begin like this: when did you last think that you had done well? "
            "Hear the story to its end, then ask: who helped you then?",
            "Say first what stays between you: only the two of you read the records; managers and HR see the days.",
            "Before you part, choose one small thing that can be done within two weeks, and write it down.",
        ),
    ),
    "questions": (
        (
            "好问题让对方自己想明白。先问事实：发生了什么，你试过什么？",
            "再问想法：你觉得卡在哪里？如果只能改一处，改哪里？",
            "最后问行动：下一步是什么，什么时候做，谁能帮你？",
            "忍住先给答案。对方说完以后，等三秒再开口。",
        ),
        (
            "A good question lets the other one find out. Ask for facts first: what happened, what have you tried?",
            "Then for thoughts: where is it stuck? If you could change one thing only, which?",
            "Then for action: what is the next step, when, and who can help you?",
            "Keep your answer back. When the other one has finished, wait three seconds.",
        ),
    ),
    "feedback": (
        (
            "给建议分三步：说你看到的事，说它带来的影响，说你建议怎么做。",
            "只说做的事，不评价人。“周三的方案少了成本一页”比“你不够仔细”有用。",
            "一次只给一条。下次沟通先问这一条做得怎么样。",
        ),
        (
            "Advice has three steps: what you saw, what came of it, what you suggest.",
            "Speak of the work and not of the person. “Wednesday's proposal had no page on cost” helps; “you are careless” does not.",
            "One piece at a time. Begin the next talk by asking how that one went.",
        ),
    ),
    "small-steps": (
        (
            "每次沟通约一个小实验：一周内能做完，做完看得出结果。",
            "写清楚三点：试什么，什么时候，怎么看出有没有用。",
            "下一次先看实验，再聊别的。没做成也好，问学到了什么。",
        ),
        (
            "Agree on one small experiment each time: done within a week, with a result one can see.",
            "Write down three things: what to try, when, how to tell whether it helped.",
            "Begin the next talk with the experiment. If it failed, ask what was learned.",
        ),
    ),
    "review": (
        (
            "挑最近一件真实的工作，一起复盘。先回顾目标，再回顾过程，最后找原因。",
            "问四句：原来想要什么，实际怎样，差在哪里，下次怎么做？",
            "把“下次怎么做”写成一条行动，定好日期。",
        ),
        (
            "Take a real piece of recent work and look back on it together: the goal, the way, the reasons.",
            "Four questions: what was wanted, what happened, where is the difference, what will be done next time?",
            "Turn the last answer into one action with a day.",
        ),
    ),
    "new-ground": (
        (
            "换岗的头三个月慢下来是正常的，先把这句话说出来。",
            "第一个月画一张图：新岗位的产出是什么，给谁用，谁来评价。",
            "第二个月找一位跨部门同事一起做一件小事；第三个月再看速度。",
        ),
        (
            "To be slow in the first three months of a new post is normal: say so first.",
            "In the first month draw a picture: what this post delivers, to whom, and who judges it.",
            "In the second do one small thing with a colleague of another department; look at speed in the third.",
        ),
    ),
    "lead": (
        (
            "从自己做到带别人做，最难的是放手。先列一张单子：哪些事只有我能做，哪些可以交出去。",
            "交出去时说清楚三点：要什么结果，什么时候要，卡住了找谁。",
            "每周留半小时，只听团队的人说。",
        ),
        (
            "From doing it to leading those who do: letting go is the hard part. List what only you can do, and what you can hand over.",
            "When you hand over, say three things: which result, by when, whom to ask when stuck.",
            "Keep half an hour a week in which you only listen to your team.",
        ),
    ),
    "data": (
        (
            "看一张表先问三个问题：这个数怎么算的，从哪里来，和什么比？",
            "再找一个没想到的地方，猜两个原因，各找一条能证明或推翻它的数据。",
            "最后说一句话：所以我们应该怎么做。",
        ),
        (
            "Ask three questions of a table: how is this number made, where is it from, what is it compared with?",
            "Then find one thing that you did not expect, guess two reasons, and find for each a figure that proves or refutes it.",
            "End with one sentence: so this is what we should do.",
        ),
    ),
    "group": (
        (
            "小组四到六人最好，每次一个人带案例，其他人先提问再给建议。",
            "约定说在前面：说过的话留在组里，不打断，不评判。",
            "每次最后五分钟，每个人说一件自己要做的事，下次先回顾。",
        ),
        (
            "Four to six people are best. One brings a case each time; the others ask first and advise then.",
            "Agree at the start: what is said stays here, nobody is interrupted, nobody is judged.",
            "In the last five minutes everybody names one thing to do; the next meeting begins with these.",
        ),
    ),
    "return": (
        (
            "长假归来的第一周只做两件事：见人，看变化。",
            "第二周定一个小而完整的任务，让对方先赢一次。",
            "主动问节奏：每周哪几天方便，什么时间不安排会议。",
            "第四周一起看：哪些已经跟上，还需要什么。",
        ),
        (
            "The first week back is for two things: meeting people, and seeing what has changed.",
            "In the second choose a small and whole task, so that there is a first success.",
            "Ask about the pace: which days suit, at which hours there should be no meetings.",
            "In the fourth look together: what has been caught up with, what is still needed.",
        ),
    ),
}

LIBRARY: dict[str, Piece] = {code: Piece(code, *READ[code], *words) for code, words in _WORDS.items()}
