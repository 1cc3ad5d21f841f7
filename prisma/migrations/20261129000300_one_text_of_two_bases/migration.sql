-- A result on the basis `informed` that is that of `stated` in all but its name is stored once, as `stated`.
ALTER TABLE "standing" ALTER COLUMN "result" DROP NOT NULL;

UPDATE "standing" AS informed SET "result" = NULL
FROM "standing" AS stated
WHERE stated."log" = informed."log" AND stated."position" = informed."position"
  AND stated."basis" = 'stated' AND informed."basis" = 'informed'
  AND informed."result" = regexp_replace(stated."result", '"basis":"stated"', '"basis":"informed"');
