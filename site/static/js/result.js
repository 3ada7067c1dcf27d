// The attempt is over: nothing of it stays on this device.
import { AnswerQueue } from "./answer-queue.js";
import { forgetMarks } from "./marks.js";

const attempt = document.querySelector("[data-result]").dataset.result;
new AnswerQueue(attempt).clear();
forgetMarks(attempt);
