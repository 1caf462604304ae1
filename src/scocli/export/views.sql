CREATE VIEW current_statuses AS
        SELECT s.country, c.names_en AS name, s.category, s.since, s.granted_at, s.note
        FROM statuses AS s JOIN countries AS c ON c.code = s.country
        WHERE s.until IS NULL
        ORDER BY s.country;
CREATE VIEW statuses_on AS
        WITH RECURSIVE days (day) AS (
            SELECT min(since) FROM statuses
            UNION ALL
            SELECT date(day, '+1 day') FROM days WHERE day < (SELECT through FROM dataset)
        )
        SELECT d.day, s.country, c.names_en AS name, s.category, s.since, s.until
        FROM days AS d
        JOIN statuses AS s ON s.since <= d.day AND (s.until IS NULL OR s.until > d.day)
        JOIN countries AS c ON c.code = s.country
        ORDER BY d.day, s.country;
CREATE VIEW attendance AS
        SELECT m.start AS date, d.summit, d.country, c.names_en AS name, d.capacity, d.leader, d.role, d.level, d.mode
        FROM delegations AS d JOIN summits AS m ON m.id = d.summit JOIN countries AS c ON c.code = d.country
        ORDER BY m.start, d.country;
CREATE VIEW heads_of_government_attendance AS
        SELECT m.start AS date, d.meeting, d.country, c.names_en AS name, d.capacity, d.leader, d.role, d.level, d.mode
        FROM heads_of_government_delegations AS d JOIN heads_of_government_meetings AS m ON m.id = d.meeting JOIN countries AS c ON c.code = d.country
        ORDER BY m.start, d.country;
