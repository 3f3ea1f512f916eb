// npm oidc-provider as the house's peer: an OpenID provider written by others, with one person.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const [redirectUri, secret] = process.argv.slice(2);
const people = { 'node-haneul': { name: '김하늘', birthdate: '1991-09-03', phone_number: '+821000000002', ci: 'CI' } };

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{
      client_id: 'eok',
      client_secret: secret,
      redirect_uris: [redirectUri],
      post_logout_redirect_uris: [redirectUri],
      require_auth_time: true,
    }],
    claims: { openid: ['sub'], profile: ['name', 'birthdate', 'ci'], phone: ['phone_number'] },
    cookies: { keys: ['tests only'] },
    findAccount: (ctx, id) => people[id] && ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  });
  server.on('request', provider.callback());
  process.stdout.write(`ready ${issuer}\n`);
});
