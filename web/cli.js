#!/usr/bin/env node
// The command line: backprop-playground eval 'x=2; y=x**2+3*x+1' --grad, train, check or export config.json or a link, lint lesson.html, or bench
import * as benchmark from '../wasm/cli/bench/command.js';
import * as evaluation from '../wasm/cli/eval.js';
import { runProgram } from '../wasm/cli/program.js';
import * as checking from './export/check.js';
import * as exporting from './export/command.js';
import * as training from './export/train.js';
import * as linting from './lint/command.js';

runProgram({ eval: evaluation, train: training, check: checking, export: exporting, lint: linting, bench: benchmark });
