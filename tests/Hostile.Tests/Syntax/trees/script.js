#!/usr/bin/env node
'use strict'
const re = /[/\]]+(?<name>x)/gu, n = 0x1F + 0b1 + 0o7 + 1_000n + .5e-3;
f<g>(h) /* two comparisons */
var \u0061bc = "a\
b\x41\u{1F600}", element = <a.b c='\'/>
a /= b / c /d/ e
if (x) /re/.test(y)
async () => await 1
