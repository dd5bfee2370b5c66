label: for (let i = 0; i < n; i++) { if (i) continue label; else break }
for (const key in object) delete object[key];
async function drain(queue: AsyncIterable<Job>) {
  for await (const { id, ...rest } of queue) await handle(id, rest);
}
for (;;) ;
do { x-- } while (x > 0) y
while (true) { throw new Error(`no ${x}`) }
switch (kind) { case 'a': case 'b': run(); break; default: stop() }
try { risky() } catch (error: unknown) { log(error) } finally { close() }
try { risky() } catch { }
{ using file = open(); await using lock = take() }
if (a) b(); else if (c) d(); else { debugger }
var v = 1, w!: number, [p, , q = 2, ...r] = s, { t, u: { x } = {} } = z;
