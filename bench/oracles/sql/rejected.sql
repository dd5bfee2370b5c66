-- Statements that PostgreSQL's grammar rejects.
SELECT 'a' 'b';
SELECT FROM a JOIN b;
SELECT * FORM t;
INSERT INTO t SET a = 1;
UPDATE t a = 1;
DELETE t WHERE a = 1;
CREATE TABLE t (a int,);
SELECT * FROM t LIMIT 1, 2;
SELECT `a` FROM t;
