import { wayOn } from './way-on.rule';

describe('where somebody goes on after signing in', () => {
  it.each(['/console', '/console/desk', '/console/desk?unread=true', '/console/tell/drafts/1?a=b&c=d'])(
    'is the page of the console that was asked for: %s',
    (path) => {
      expect(wayOn(path)).toBe(path);
    },
  );

  it.each([
    ...[
      'https://evil.example/console',
      '//evil.example',
      '/console/../v1/inbox',
      '/console/..//evil.example',
    ],
    ...['/console\\..\\evil', '/consolez', '/', '', 'javascript:alert(1)', '/console/sign-out'],
    ...[
      '/console/sign-in/start?provider=trial',
      '/console/%0d%0aset-cookie:a=b c',
      '/console/\n',
      undefined,
      ['/console/x'],
    ],
  ])('is the start page instead of %j', (path) => {
    expect(wayOn(path)).toBe('/console');
  });
});
