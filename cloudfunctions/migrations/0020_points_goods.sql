-- What a village gives for points: stock that is reserved when somebody redeems, and collected with a code.

CREATE TABLE points_goods (
  id         uuid PRIMARY KEY,
  area_code  text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 12),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 20),
  price      integer NOT NULL CHECK (price > 0),
  stock      integer NOT NULL CHECK (stock >= 0),
  shown      boolean NOT NULL,
  offered_by uuid NOT NULL REFERENCES app_user (id),
  offered_at timestamptz NOT NULL,
  version    integer NOT NULL DEFAULT 1
);
CREATE INDEX points_goods_area ON points_goods (area_code, price, id);

CREATE TABLE points_redemption (
  id           uuid PRIMARY KEY,
  -- Made by who asks: the same request takes nothing twice, however late it comes.
  request_id   text NOT NULL CHECK (length(request_id) BETWEEN 8 AND 64),
  goods_id     uuid NOT NULL REFERENCES points_goods (id),
  account_id   uuid NOT NULL REFERENCES points_account (id),
  user_id      uuid NOT NULL REFERENCES app_user (id),
  area_code    text COLLATE "C" NOT NULL,
  goods_name   text NOT NULL,
  price        integer NOT NULL CHECK (price > 0),
  code         text NOT NULL CHECK (code ~ '^[0-9]{6}$'),
  status       text NOT NULL CHECK (status IN ('reserved', 'collected', 'returned')),
  redeemed_at  timestamptz NOT NULL,
  collect_by   timestamptz NOT NULL,
  collected_at timestamptz,
  collected_by uuid REFERENCES app_user (id),
  version      integer NOT NULL DEFAULT 1,
  UNIQUE (user_id, request_id),
  CHECK ((status = 'collected') = (collected_at IS NOT NULL) AND (status = 'collected') = (collected_by IS NOT NULL))
);
CREATE UNIQUE INDEX points_redemption_code ON points_redemption (area_code, code) WHERE status = 'reserved';
CREATE INDEX points_redemption_account ON points_redemption (account_id, redeemed_at DESC);
CREATE INDEX points_redemption_due ON points_redemption (collect_by) WHERE status = 'reserved';
