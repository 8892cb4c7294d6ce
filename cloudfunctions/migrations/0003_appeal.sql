CREATE TABLE appeal (
  id            uuid PRIMARY KEY,
  number        text COLLATE "C" NOT NULL UNIQUE,
  area_code     text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 15),
  submitter_id  uuid NOT NULL REFERENCES app_user (id),
  text          text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  place         text NOT NULL DEFAULT '' CHECK (length(place) <= 60),
  category      text NOT NULL,
  urgency       text NOT NULL CHECK (urgency IN ('danger', 'today', 'soon')),
  name_shown    boolean NOT NULL,
  private       boolean NOT NULL,
  status        text NOT NULL CHECK (status IN ('submitted', 'accepted', 'escalated', 'answered', 'finished', 'reopened', 'closed')),
  -- The area that holds it: the grid, its village or its town. Only upward.
  holder_code   text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (starts_with(area_code, holder_code) AND length(holder_code) IN (9, 12, 15)),
  handler_id    uuid REFERENCES app_user (id),
  submitted_at  timestamptz NOT NULL,
  due_at        timestamptz NOT NULL CHECK (due_at > submitted_at),
  handled_at    timestamptz,
  closed_at     timestamptz,
  reopen_count  smallint NOT NULL DEFAULT 0 CHECK (reopen_count BETWEEN 0 AND 2),
  version       integer NOT NULL DEFAULT 1,
  CHECK ((status IN ('answered', 'finished', 'closed')) = (handled_at IS NOT NULL)),
  CHECK ((status = 'closed') = (closed_at IS NOT NULL)),
  CHECK (status <> 'accepted' OR handler_id IS NOT NULL)
);
CREATE INDEX appeal_submitter ON appeal (submitter_id, submitted_at DESC, id DESC);
CREATE INDEX appeal_area ON appeal (area_code, submitted_at DESC, id DESC);
CREATE INDEX appeal_open ON appeal (holder_code, due_at, id) WHERE status IN ('submitted', 'accepted', 'escalated', 'reopened');
CREATE INDEX appeal_handled ON appeal (holder_code, handled_at) WHERE handled_at IS NOT NULL;

-- Running number of the day and district, taken in the transaction that submits.
CREATE TABLE appeal_number (
  district_code text COLLATE "C" NOT NULL,
  day           date NOT NULL,
  last          integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (district_code, day)
);

-- Each step that was taken, by whom and with which words. Nothing is ever changed here.
CREATE TABLE appeal_step (
  id          uuid PRIMARY KEY,
  appeal_id   uuid NOT NULL REFERENCES appeal (id),
  action      text NOT NULL,
  from_status text NOT NULL,
  to_status   text NOT NULL,
  user_id     uuid NOT NULL REFERENCES app_user (id),
  -- The area the actor acted for; the grid itself for residents.
  by_code     text COLLATE "C" NOT NULL,
  by_resident boolean NOT NULL,
  words       text NOT NULL DEFAULT '',
  at          timestamptz NOT NULL
);
CREATE INDEX appeal_step_appeal ON appeal_step (appeal_id, at, id);
CREATE TRIGGER appeal_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON appeal_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE appeal_picture (
  step_id    uuid NOT NULL REFERENCES appeal_step (id),
  position   smallint NOT NULL CHECK (position BETWEEN 0 AND 8),
  picture_id uuid NOT NULL UNIQUE REFERENCES picture (id),
  PRIMARY KEY (step_id, position)
);

-- One word of the resident for each time the case was handled.
CREATE TABLE appeal_rating (
  appeal_id    uuid NOT NULL REFERENCES appeal (id),
  round        smallint NOT NULL,
  user_id      uuid NOT NULL REFERENCES app_user (id),
  outcome      text NOT NULL CHECK (outcome IN ('solved', 'partly', 'unsolved')),
  satisfaction text NOT NULL CHECK (satisfaction IN ('very_satisfied', 'satisfied', 'fairly_satisfied', 'dissatisfied', 'very_dissatisfied')),
  words        text NOT NULL DEFAULT '',
  at           timestamptz NOT NULL,
  PRIMARY KEY (appeal_id, round, user_id)
);

INSERT INTO setting (name, version, value, valid_from) VALUES
  -- Seconds until feedback is due. danger and today: Beijing hotline draft 2021 (2 h, 24 h); soon: 7 days.
  ('appeal.deadlines', 1, '{"danger": 7200, "today": 86400, "soon": 604800}', '2020-01-01T00:00:00Z'),
  -- Words that suggest a category; the longest match counts most.
  ('appeal.keywords', 1, '{
    "facility": ["路灯", "灯不亮", "健身器材", "井盖", "广场", "公厕", "厕所", "凉亭", "座椅", "监控", "栏杆", "护栏", "宣传栏"],
    "utility": ["停水", "停电", "没水", "没电", "水管", "漏水", "电线", "燃气", "煤气", "天然气", "电表", "水表", "跳闸", "自来水"],
    "sanitation": ["垃圾", "垃圾桶", "污水", "臭味", "脏", "卫生", "清运", "堆物", "小广告", "老鼠", "蚊子", "粪"],
    "neighbour": ["吵架", "纠纷", "邻居", "噪音", "扰民", "占道堆放", "宅基地边界", "宠物", "狗叫", "遛狗"],
    "road": ["修路", "坑", "路面", "积水", "道路", "桥", "硬化", "塌陷", "积雪", "结冰"],
    "heating": ["暖气", "供暖", "取暖", "不热", "煤改电", "空气源", "锅炉"],
    "housing": ["房子", "房屋", "漏雨", "危房", "翻建", "违建", "屋顶"],
    "environment": ["烧秸秆", "冒烟", "河", "水沟", "扬尘", "焚烧", "树倒", "枯树", "绿化"],
    "safety": ["着火", "火灾", "起火", "冒火花", "火花", "消防", "危险", "倒塌", "燃气味", "飞线", "充电"],
    "property_service": ["物业", "电梯", "门禁", "保洁", "停车位"],
    "medical": ["看病", "医保", "卫生室", "买药", "体检", "疫苗", "报销"],
    "elder_care": ["老人", "养老", "独居", "老年餐", "助餐", "陪护"],
    "education": ["上学", "学校", "幼儿园", "入学", "校车"],
    "welfare": ["低保", "补贴", "救助", "残疾", "养老金", "困难"],
    "farming": ["桃", "果树", "农药", "灌溉", "机井", "大棚", "农机", "种地", "化肥"],
    "transport": ["公交", "班车", "红绿灯", "停车", "车站", "超速", "大货车"],
    "market": ["集市", "超市", "缺斤短两", "假货", "食品", "摆摊"],
    "land": ["土地", "承包", "流转", "宅基地", "征地", "占地"]
  }', '2020-01-01T00:00:00Z');
