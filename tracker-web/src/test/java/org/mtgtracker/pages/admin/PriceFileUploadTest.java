package org.mtgtracker.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFileUploadTest {
    @ParameterizedTest
    @CsvSource({
        "prices.csv, prices.csv",
        "'C:\\Users\\me\\prices.csv.gz', prices.csv.gz",
        "../../etc/passwd, passwd",
        "'  ', upload",
        "/, upload"
    })
    void a_file_is_called_by_the_last_part_of_its_name(String submitted, String name) {
        assertThat(PriceFileUpload.name(submitted)).isEqualTo(name);
    }
}
