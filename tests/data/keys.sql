-- Gives the rows of a history that pos-score -b has made of examples/data/day.csv keys, as if it had watched merchants
-- and acquirers: a third of the rows is alfa's, and so is the rise of denied at 10:17, with its place.
INSERT INTO key_set (id, name) VALUES (1, 'merchant=alfa' || char(9) || 'acquirer=x'), (2, 'merchant=beta' || char(9) || 'acquirer=x'), (3, 'merchant=gamma');
UPDATE scored SET keys = 1 + (time / 60 + status) % 3;
UPDATE scored SET keys = 1, key = 'merchant=alfa', expected = expected / 4, place = 'merchant=alfa and bin=4: 212 of 260 denied, 31 expected'
 WHERE decision = 1 AND status = (SELECT id FROM status WHERE name = 'denied') AND time % 86400 BETWEEN 36000 AND 39600;
INSERT INTO has_more VALUES (1);  -- as the store says it of such rows
INSERT INTO model_state (model, name, state) SELECT id, 'where', x'' FROM model;
