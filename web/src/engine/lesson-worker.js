// The worker of a lesson's page: answers every figure and question on it.

import { expose } from 'comlink';
import { lesson } from './lesson.js';

expose(lesson);
