package io.pumasentinel.elasticsearch;

final class ElasticsearchSinkOnNextMajorIT extends ElasticsearchSinkContract {

    @Override
    ServerUnderTest server() {
        return ServerUnderTest.NEXT_MAJOR;
    }
}
