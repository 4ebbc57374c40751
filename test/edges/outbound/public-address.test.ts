import { expect } from 'chai';
import { isPublicAddress } from '../../../src/edges/outbound/public-address.js';

describe('isPublicAddress', () => {
  const kinds: Record<string, string[]> = {
    unspecified: ['0.0.0.0', '0.1.2.3', '::'],
    loopback: ['127.0.0.1', '127.255.255.254', '::1'],
    private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1'],
    'link-local': ['169.254.1.1', 'fe80::1', 'fe80::1%eth0'],
    'carrier-grade NAT': ['100.64.0.1', '100.127.255.255'],
    multicast: ['224.0.0.1', '239.255.255.250', 'ff02::1'],
    'broadcast or reserved': ['255.255.255.255', '240.0.0.1', '100::1'],
    documentation: ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
    'metadata of a cloud': [
      '169.254.169.254',
      '100.100.100.200',
      '192.0.0.192',
      '168.63.129.16',
      'fd00:ec2::254',
    ],
    'IPv4 mapped into IPv6': ['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '::ffff:0:127.0.0.1'],
    'NAT64 of a private one': [
      '64:ff9b::127.0.0.1',
      '64:ff9b::7f00:1',
      '64:ff9b::a00:1',
      '64:ff9b:1::808:808',
    ],
    'an IPv4 address in IPv6': ['::127.0.0.1', '2002:7f00:1::', '2001:0:7f00:1::'],
    'no address': ['', 'localhost', '[2600::1]', '1.2.3', '999.1.1.1'],
  };
  for (const [kind, addresses] of Object.entries(kinds)) {
    it(`an address that is ${kind}, asked about, is not public`, () => {
      expect(addresses.filter(isPublicAddress)).to.deep.equal([]);
    });
  }

  it('addresses of the internet, the neighbours of private ranges among them, are public', () => {
    const addresses = [
      '8.8.8.8',
      '9.255.255.255',
      '11.0.0.1',
      '172.15.0.1',
      '172.32.0.1',
      '192.167.0.1',
      '100.128.0.1',
    ];
    const longer = [
      '2600::1',
      '2a00:1450:4001:831::200e',
      '64:ff9b::8.8.8.8',
      '64:ff9b::808:808',
      '64:ff9b::1.0.0.1',
    ];
    expect([...addresses, ...longer].filter((address) => !isPublicAddress(address))).to.deep.equal([]);
  });
});
