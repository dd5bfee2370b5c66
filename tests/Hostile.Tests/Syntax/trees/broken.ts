const a = ;
class A { b( { } c }
function () { return 1 }
foo bar;
let x: = 1;
if (a { b }
export const last = [1, 2;
const fine = 1;
