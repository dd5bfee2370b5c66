import { createServer } from 'node:http';
import { installSignalHandlers, onShutdown } from './lib/shutdown';

const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><title>Publishing</title><p>${request.method === 'GET' ? 'Hello' : 'Only GET here'}</p>`);
});

server.on('error', (error) => {
  console.error('[web]', error);
  process.exitCode = 1;
});
server.listen(Number(process.env['PORT'] ?? 3000));

onShutdown('http', () =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
  }),
);
installSignalHandlers();
