import fastify from 'fastify';

/** The limit of memory at rest and of starting: Fastify with nothing in it. */
const app = fastify();

app.get('/', async () => ({}));

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
