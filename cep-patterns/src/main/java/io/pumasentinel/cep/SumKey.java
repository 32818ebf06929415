package io.pumasentinel.cep;

import java.util.Arrays;

/** Use, service and group values. Mutable only as the probe of {@link SignalSummer}. */
final class SumKey {
    private int use;
    private String service;
    private String[] values;
    private int hash;

    SumKey(int use, String service, String... values) {
        this.service = service;
        this.values = values;
        set(use, service, values);
    }

    /** Makes this key equal to one of these parts; {@code newValues} is not copied. */
    void set(int newUse, String newService, String... newValues) {
        use = newUse;
        service = newService;
        values = newValues;
        hash = (31 * newUse + newService.hashCode()) * 31 + Arrays.hashCode(newValues);
    }

    String service() {
        return service;
    }

    String[] values() {
        return values;
    }

    /** A key of its own values. */
    SumKey copy() {
        return new SumKey(use, service, values.clone());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SumKey that
                && use == that.use
                && hash == that.hash
                && service.equals(that.service)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
