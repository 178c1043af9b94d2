using System.Net;
using BaseComponents.Shared.ForeignAddresses;
using CsCheck;

namespace BaseComponents.Tests.SecureMail.ForeignAddresses;

public sealed class AddressRangeTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456:789a::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:c0a8:101::1")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    [InlineData("2001:db8::1")]
    public void Machines_behind_the_firewall_are_not_public(string address) => AddressRange.IsPublic(IPAddress.Parse(address)).Should().BeFalse();

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("100.63.255.255")]
    [InlineData("192.167.255.255")]
    [InlineData("2a00:1450:4001:80e::200e")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("2002:808:808::1")]
    public void Others_are(string address) => AddressRange.IsPublic(IPAddress.Parse(address)).Should().BeTrue();

    [Fact]
    public void An_address_in_disguise_is_as_public_as_it_is_undisguised() => Gen.Byte.Array[4].Sample(octets =>
    {
        var plain = AddressRange.IsPublic(new IPAddress(octets));
        return AddressRange.IsPublic(new IPAddress(octets).MapToIPv6()) == plain
            && (!AddressRange.IsPublic(new IPAddress([0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, .. octets])) || plain)
            && (!AddressRange.IsPublic(new IPAddress([0x20, 0x02, .. octets, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])) || plain);
    });
}
