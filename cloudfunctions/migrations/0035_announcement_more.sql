-- Announcements that come again on days of the week or the month, that bring a file, and that begin with a template.

-- What staff hands on as it is: a document, known by its bytes.
CREATE TABLE attachment (
  id          uuid PRIMARY KEY,
  user_id     uuid NOT NULL REFERENCES app_user (id),
  raw_path    text NOT NULL,
  file_key    text,
  -- As the sender called it, without its ending.
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  kind        text CHECK (kind IN ('pdf', 'doc', 'docx', 'xls', 'xlsx')),
  bytes       integer,
  created_at  timestamptz NOT NULL,
  attached_at timestamptz,
  CHECK ((file_key IS NULL) = (kind IS NULL) AND (file_key IS NULL) = (bytes IS NULL)),
  CHECK (attached_at IS NULL OR file_key IS NOT NULL)
);
CREATE INDEX attachment_loose ON attachment (created_at) WHERE attached_at IS NULL;

-- When an announcement comes again; each time it is an announcement of its own, with the words of the first.
CREATE TABLE announcement_series (
  announcement_id uuid PRIMARY KEY REFERENCES announcement (id),
  every           text NOT NULL CHECK (every IN ('week', 'month')),
  -- Monday is 1; of a month its days, where one that a month does not have is its last.
  days            smallint[] NOT NULL CHECK (cardinality(days) BETWEEN 1 AND 31),
  -- Clock of Shanghai.
  at              text NOT NULL CHECK (at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  until           date NOT NULL,
  -- Before it is first sent, after its last time and when it was stopped there is none.
  next_at         timestamptz,
  stopped_at      timestamptz,
  CHECK (stopped_at IS NULL OR next_at IS NULL)
);
CREATE INDEX announcement_series_due ON announcement_series (next_at) WHERE next_at IS NOT NULL;

ALTER TABLE announcement
  ADD COLUMN attachment_id uuid REFERENCES attachment (id),
  -- The first of its series, and the time for which it was made: made once for each, whoever makes it.
  ADD COLUMN repeat_of     uuid REFERENCES announcement (id),
  ADD COLUMN repeat_at     timestamptz,
  ADD CONSTRAINT announcement_repetition
    CHECK ((repeat_of IS NULL) = (repeat_at IS NULL) AND repeat_of IS DISTINCT FROM id),
  ADD CONSTRAINT announcement_repeated UNIQUE (repeat_of, repeat_at),
  -- Each time the same picture is shown.
  DROP CONSTRAINT announcement_picture_id_key;

-- A title, and the sentences below it; ____ is to be filled in.
INSERT INTO setting (name, version, value, valid_from) VALUES
  ('announcement.templates', 1, '{
    "outage": [
      "____停水(停电)",
      "____月____日____点到____点,____停水(停电)检修。",
      "请提前存好水,给手机充好电,老人家里请邻居提醒一声。",
      "有急事请打网格员电话。"
    ],
    "hazard": [
      "防汛防火,请多留心",
      "今天到明天有____(大雨、大风),请别去河边、山边和低洼处。",
      "家里不要烧荒、不要乱扔烟头,出门关好火、电、气。",
      "看到险情,先离开,再打网格员电话或119。"
    ],
    "health": [
      "____体检(打疫苗)",
      "____月____日上午____点,在____。",
      "请带上身份证和医保卡,体检的请空腹来。",
      "来不来请在下面选一下,走不动的老人请告诉我们。"
    ],
    "meeting": [
      "____开会",
      "____月____日____点,在____开会,说____的事。",
      "每户请来一个人,来不了的请在下面选一下。"
    ],
    "payment": [
      "____该交了",
      "____从____月____日开始交,到____月____日截止,每人____元。",
      "可以到村委会交,也可以在手机上交;不会用手机的,网格员帮您。",
      "我们不会打电话要验证码,也不会让您转账到个人。"
    ]
  }', '2020-01-01T00:00:00Z');
