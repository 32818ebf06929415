package io.pumasentinel.elasticsearch;

final class ClusterSetupOnNextMajorIT extends ClusterSetupContract {

    @Override
    ServerUnderTest server() {
        return ServerUnderTest.NEXT_MAJOR;
    }
}
