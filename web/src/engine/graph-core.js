// The small cores, as workers open them that train nothing. The only module of the page that imports their doors.

/** As `openCore` of core.js: graphs, with a third of the bytes. */
export const openGraphCore = () => import('../../../wasm/graph.js').then(({ loadGraphs }) => loadGraphs());

/** Numbers of texts alone, with an eighth. Of what it cannot answer the other can. */
export const openEvaluateCore = () => import('../../../wasm/evaluate.js').then(({ loadEvaluate }) => loadEvaluate());
