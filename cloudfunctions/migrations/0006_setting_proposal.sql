-- A setting is changed by two people: one proposes, another approves. What was refused stays readable, too.

CREATE TABLE setting_proposal (
  id           uuid PRIMARY KEY,
  name         text NOT NULL,
  value        jsonb NOT NULL,
  -- The newest version when it was proposed; it replaces no other.
  base_version integer NOT NULL,
  reason       text NOT NULL,
  proposed_by  uuid NOT NULL REFERENCES app_user (id),
  proposed_at  timestamptz NOT NULL,
  decided_by   uuid REFERENCES app_user (id),
  decided_at   timestamptz,
  approved     boolean,
  words        text NOT NULL DEFAULT '',
  FOREIGN KEY (name, base_version) REFERENCES setting (name, version),
  -- Who proposed may only take it back.
  CHECK (approved IS NOT TRUE OR decided_by <> proposed_by),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NULL) = (approved IS NULL))
);
CREATE UNIQUE INDEX setting_proposal_waiting ON setting_proposal (name) WHERE decided_at IS NULL;

-- Sentences that staff begin with: act, category, words.
INSERT INTO setting (name, version, value, valid_from) VALUES
  ('appeal.templates', 1, '{
    "finish": {
      "any": ["已经办好,请您看看还有没有问题。"],
      "facility": ["已经修好,现在能正常用了。"],
      "utility": ["已经修好,水电已恢复。", "已查清原因,现在恢复正常了。"],
      "sanitation": ["已清理干净,以后每天会来看一次。"],
      "neighbour": ["双方已经谈好,以后互相让一步。"],
      "road": ["路面已修补,请放心走。"],
      "heating": ["已检修,家里暖和了,请您再摸摸看。"],
      "safety": ["危险已排除,现场有人再看一天。"]
    },
    "answer": {
      "any": ["这件事已经在办,进展会告诉您。", "您可以到村委会办理,带上身份证就行。"],
      "medical": ["带上医保卡到村卫生室就能办。"],
      "welfare": ["带上身份证和户口本,到镇便民中心申请。"]
    },
    "escalate": {
      "any": ["需要专业人员处理,网格里办不了。", "涉及好几户,要村里出面协调。", "需要资金和设备,请上级支持。"]
    },
    "triage": {
      "any": ["这件事要走法律渠道,可以找镇司法所。", "这件事不归镇里管,请您找:"]
    },
    "dispatch": {
      "any": ["请到现场查看,尽快处理。", "请联系反映人核实后办理。"]
    },
    "object": {
      "any": ["不在我单位职责清单内。", "产权不属于我单位。"]
    }
  }', '2020-01-01T00:00:00Z');
