"""The answers that were given last, up to a number of bytes."""

from selaras.delivery.answers import Answer

Name = tuple[str, str]  # `Host` and path, as they were sent


class Memory:
    """Two dictionaries instead of a list in order of use: what was not asked for while one of
    them filled up is let go. No lock: threads at most keep an answer that was let go.
    """

    def __init__(self, most_bytes: int) -> None:
        self.most = most_bytes // 2
        self.young: dict[Name, Answer] = {}
        self.old: dict[Name, Answer] = {}
        self.size = 0

    def get(self, name: Name) -> Answer | None:
        answer = self.young.get(name)
        if answer is None:
            answer = self.old.get(name)
            if answer is not None:
                self.put(name, answer)
        return answer

    def put(self, name: Name, answer: Answer) -> None:
        if self.size + answer.size > self.most:
            self.young, self.old, self.size = {}, self.young, 0
        self.young[name] = answer
        self.size += answer.size

    def clear(self) -> None:
        self.young, self.old, self.size = {}, {}, 0
