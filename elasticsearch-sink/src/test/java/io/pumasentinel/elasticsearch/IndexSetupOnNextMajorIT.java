package io.pumasentinel.elasticsearch;

final class IndexSetupOnNextMajorIT extends IndexSetupContract {

    @Override
    ServerUnderTest server() {
        return ServerUnderTest.NEXT_MAJOR;
    }
}
