/**
 * SQL of what guests do in the room of a row `t` of housekeeping: what the PMS says, else what the bookings say of the same
 * day, which is the hotel's today where the PMS names none.
 */
export const STAY = `coalesce(t.stay, (
  SELECT CASE WHEN arrives AND departs THEN 'TURNOVER' WHEN arrives THEN 'ARRIVAL' WHEN departs THEN 'DEPARTURE'
    WHEN stays THEN 'STAYOVER' ELSE 'FREE' END
  FROM (
    SELECT coalesce(bool_or(b.check_in = today.day AND b.status IN ('PENDING', 'CONFIRMED', 'CHECKED_IN')), false) AS arrives,
      coalesce(bool_or(b.check_out = today.day AND b.status IN ('CHECKED_IN', 'CHECKED_OUT')), false) AS departs,
      coalesce(bool_or(b.check_in < today.day AND b.check_out > today.day AND b.status = 'CHECKED_IN'), false) AS stays
    FROM (SELECT coalesce(t.business_date, (now() AT TIME ZONE h.time_zone)::date) AS day
          FROM pms_hotel h WHERE h.id = t.hotel_id) AS today
    LEFT JOIN pms_booking b ON b.hotel_id = t.hotel_id AND b.provider = t.provider
      AND b.room_external_id = t.external_id AND b.deleted_at IS NULL
      AND b.check_in <= today.day AND b.check_out >= today.day
  ) AS guests))`

/** SQL: the guest of a booking `b` has the room that a block `k` takes on one of its nights, and has not left it. */
export const IS_OVER = `b.hotel_id = k.hotel_id AND b.provider = k.provider AND b.room_external_id = k.room_external_id
  AND b.deleted_at IS NULL AND k.deleted_at IS NULL AND b.status IN ('PENDING', 'CONFIRMED', 'CHECKED_IN')
  AND b.check_out > k.first_night AND (k.last_night IS NULL OR b.check_in <= k.last_night)`
