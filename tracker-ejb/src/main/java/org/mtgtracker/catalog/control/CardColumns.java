package org.mtgtracker.catalog.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What of a card object has a column of its own; nullable are {@code oracleId}, {@code setType} and {@code manaValue}.
 *
 * @param typeLine of the front face
 */
record CardColumns(
        UUID id,
        UUID oracleId,
        String name,
        String lang,
        String layout,
        String rarity,
        BigDecimal manaValue,
        String typeLine,
        String setCode,
        String setName,
        String setType,
        String collectorNumber,
        LocalDate releasedAt,
        boolean digital) {}
