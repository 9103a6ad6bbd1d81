export const about = {
  package: 'echarts',
  scripts: ['test/bench/node_modules/echarts/dist/echarts.min.js'],
  zoom: 'wheel',
  pan: 'drag',
};

let chart;

/** One series over time and lanes, moved by its own zoom; settles when ECharts says that it has finished. */
export async function mountChart(place, lanes, series) {
  chart = globalThis.echarts.init(place, null, { renderer: 'canvas' });
  const finished = new Promise((resolve) => chart.on('finished', resolve));
  chart.setOption({
    animation: false,
    grid: { left: 90, right: 10, top: 5, bottom: 24 },
    xAxis: { type: 'time' },
    yAxis: { type: 'category', data: [...lanes.keys()] },
    dataZoom: [{ type: 'inside', filterMode: series.type === 'custom' ? 'weakFilter' : 'none', minSpan: 0 }],
    series: [series],
  });
  await finished;
}

export function unmount() {
  chart.dispose();
  chart = undefined;
}
