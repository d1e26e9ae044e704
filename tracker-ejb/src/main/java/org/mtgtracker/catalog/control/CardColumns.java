package org.mtgtracker.catalog.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.mtgtracker.catalog.boundary.CardPrices;

/**
 * What of a card object has a column of its own; nullable are {@code oracleId}, {@code setType}, {@code manaValue} and
 * {@code prices}.
 *
 * @param typeLine of the front face
 * @param prices cents by type, in the order of {@link CardPrices#TYPES}; null when the object has none
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
        boolean digital,
        int[] prices) {}
