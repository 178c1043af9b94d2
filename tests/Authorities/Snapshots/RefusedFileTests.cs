using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Snapshots;
using BaseComponents.Tests.Authorities.Support;
using CsCheck;

namespace BaseComponents.Tests.Authorities.Snapshots;

/// <summary>A file that is not whole, not ours or not from whom it should be is refused, each with its own reason.</summary>
public sealed class RefusedFileTests
{
    private static readonly uint[] Extremes = [0, 1, 255, 65_535, int.MaxValue, 1u << 31, uint.MaxValue];
    private static readonly LeikaKey Dog = LeikaKey.Parse(Delivery.Dog);
    private static readonly Place Freiberg = Place.Of(RegionKey.Parse(SmallMap.Freiberg));

    public static TheoryData<string, Func<byte[], byte[]>> BadFiles => new()
    {
        { "authorities.snapshot-torn", file => file[..^1] },
        { "authorities.snapshot-torn", file => file[..(file.Length / 2)] },
        { "authorities.snapshot-torn", file => file[..47] },
        { "authorities.snapshot-torn", file => file[..9] },
        { "authorities.snapshot-torn", _ => [] },
        { "authorities.snapshot-torn", file => [.. file, 0] },
        { "authorities.snapshot-foreign", _ => "<?xml version=\"1.0\"?><xzufi:transfer/>"u8.ToArray() },
        { "authorities.snapshot-foreign", _ => new byte[4096] },
        { "authorities.snapshot-foreign", file => [(byte)(file[0] ^ 1), .. file[1..]] },
        { "authorities.snapshot-format", file => WithFormat(file, 0) },
        { "authorities.snapshot-format", file => WithFormat(file, 1) },
        { "authorities.snapshot-format", file => WithFormat(file, 3) },
        { "authorities.snapshot-damaged", file => [.. file[..12], 1, 0, 0, 0, .. file[16..]] },
        { "authorities.snapshot-damaged", file => [.. file[..24], 255, 255, 255, 255, .. file[28..]] },
        { "authorities.snapshot-damaged", file => [.. file[..24], 0, 0, 0, 127, .. file[28..]] },
        { "authorities.snapshot-damaged", file => [.. file[..^1], (byte)(file[^1] ^ 1)] },
    };

    [Theory]
    [MemberData(nameof(BadFiles), DisableDiscoveryEnumeration = true)]
    public async Task A_bad_file_is_refused_and_says_why(string code, Func<byte[], byte[]> change)
    {
        using var folder = new SnapshotFolder();
        await folder.WriteAsync(SnapshotFolder.Draft());
        folder.Change(change);
        var fault = folder.Invoking(it => it.Open()).Should().Throw<AuthoritiesException>().Which;
        fault.Code.Should().Be(code);
        (fault.IsTransient, fault.Message.EndsWith($"(docs/errors.md#{code})", StringComparison.Ordinal)).Should().Be((false, true));
    }

    [Fact]
    public async Task A_file_by_another_key_is_refused()
    {
        using var folder = new SnapshotFolder();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await SnapshotFolder.Draft().WriteAsync(folder.Path, other);
        folder.Invoking(it => it.Open()).Should().Throw<AuthoritiesException>().Which.Code.Should().Be("authorities.snapshot-other-key");
    }

    [Fact]
    public async Task A_file_without_signature_is_refused_also_when_its_maker_calls_it_signed()
    {
        using var folder = new SnapshotFolder();
        await SnapshotFolder.Draft().WriteUnsignedAsync(folder.Path);
        folder.Invoking(it => it.Open()).Should().Throw<AuthoritiesException>().Which.Code.Should().Be("authorities.snapshot-unsigned");
    }

    [Fact]
    public async Task Curve_and_hash_come_from_the_pinned_key()
    {
        using var folder = new SnapshotFolder();
        using var strong = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        await SnapshotFolder.Draft().WriteAsync(folder.Path, strong);
        using (var snapshot = AuthoritySnapshot.Open(folder.Path, [folder.PublicKey, strong.ExportSubjectPublicKeyInfoPem()]))
            snapshot.Info.SignedBy.Should().Be(Convert.ToHexStringLower(SHA256.HashData(strong.ExportSubjectPublicKeyInfo())));
        using var tooStrong = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        await SnapshotFolder.Draft().Awaiting(draft => draft.WriteAsync(folder.Path, tooStrong)).Should().ThrowAsync<CryptographicException>();
    }

    // Every byte of the header, and the body at a hundred places: whatever is changed, the file is not used.
    [Fact]
    public async Task No_changed_bit_goes_unnoticed()
    {
        using var folder = new SnapshotFolder();
        await folder.WriteAsync(SnapshotFolder.Draft());
        var good = await File.ReadAllBytesAsync(folder.Path);
        var header = BinaryPrimitives.ReadInt32LittleEndian(good.AsSpan(12));
        var body = (header + 63) / 64 * 64;
        var places = Enumerable.Range(0, body).Concat(Sections(good).SelectMany(section => new[] { section.Offset, section.Offset + (section.Length / 2), section.Offset + section.Length - 1 }).Where(place => place < good.Length).Select(place => (int)place));
        foreach (var place in places.Concat(Enumerable.Range(body, 100)))
        {
            var bad = (byte[])good.Clone();
            bad[place] ^= (byte)(1 << (place % 8));
            await File.WriteAllBytesAsync(folder.Path, bad);
            folder.Invoking(it => it.Open()).Should().Throw<AuthoritiesException>($"byte {place} was changed")
                .Which.Code.Should().BeOneOf("authorities.snapshot-foreign", "authorities.snapshot-format", "authorities.snapshot-torn", "authorities.snapshot-damaged", "authorities.snapshot-other-key", "authorities.snapshot-forged", "authorities.snapshot-unsigned");
        }
    }

    // A maker whose program is wrong, or who has lost the key: the signature holds, the content does not fit.
    [Fact]
    public async Task A_signed_file_that_is_wrong_in_itself_is_refused_or_answers_within_its_bounds()
    {
        using var folder = new SnapshotFolder();
        await folder.WriteAsync(SnapshotFolder.Draft());
        var good = await File.ReadAllBytesAsync(folder.Path);
        var refused = 0;
        foreach (var section in Sections(good))
        {
            for (var place = section.Offset; place < section.Offset + Math.Min(section.Length, 96); place++)
            {
                var bad = (byte[])good.Clone();
                bad[place] ^= 0x80;
                await File.WriteAllBytesAsync(folder.Path, Resigned(bad, folder.Key));
                refused += Ask(folder) ? 0 : 1;
            }
        }

        refused.Should().BeGreaterThan(300);
    }

    // A list that is left out would be null where the program counts on a list.
    [Theory]
    [InlineData("\"addresses\":", "\"addressed\":")]
    [InlineData("\"channels\":[]", "\"channe\":null")]
    public async Task A_signed_record_without_one_of_its_lists_is_refused(string written, string instead)
    {
        using var folder = new SnapshotFolder();
        await folder.WriteAsync(SnapshotFolder.Draft());
        var file = await File.ReadAllBytesAsync(folder.Path);
        var place = file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(written));
        Encoding.UTF8.GetBytes(instead).CopyTo(file.AsSpan(place));
        await File.WriteAllBytesAsync(folder.Path, Resigned(file, folder.Key));

        Ask(folder).Should().BeFalse();
    }

    [Fact]
    public async Task Signed_rubbish_never_leads_beyond_the_file()
    {
        using var folder = new SnapshotFolder();
        await folder.WriteAsync(SnapshotFolder.Draft());
        var good = await File.ReadAllBytesAsync(folder.Path);
        var sections = Sections(good).Where(section => section.Length > 0).ToArray();
        var change = Gen.Select(Gen.Int[0, sections.Length - 1], Gen.Int[0, 100_000], Gen.OneOf(Gen.UInt, Gen.Int[0, Extremes.Length - 1].Select(index => Extremes[index])));
        change.Array[1, 6].Sample(
            changes =>
            {
                var bad = (byte[])good.Clone();
                foreach (var (section, place, value) in changes)
                {
                    var (offset, length) = sections[section];
                    var start = (int)(offset + (place / 4 * 4 % length));
                    BitConverter.GetBytes(value).AsSpan(0, (int)Math.Min(4, offset + length - start)).CopyTo(bad.AsSpan(start));
                }

                File.WriteAllBytes(folder.Path, Resigned(bad, folder.Key));
                Ask(folder);
            },
            iter: 500,
            threads: 1);
    }

    [Fact]
    public async Task The_old_one_stays_in_use_while_the_new_one_is_refused()
    {
        using var folder = new SnapshotFolder();
        await folder.WriteAsync(SnapshotFolder.Draft());
        await using var directory = folder.Served();
        (await directory.Authorities.ResolveAsync(Dog, Freiberg)).Should().BeOfType<Competence.Found>();

        // As a program would that does not write into the file.
        var torn = (await File.ReadAllBytesAsync(folder.Path))[..^100];
        await File.WriteAllBytesAsync(folder.Path + ".new", torn);
        File.Move(folder.Path + ".new", folder.Path, overwrite: true);
        directory.Clock.Advance(TimeSpan.FromHours(1));
        await directory.Authorities.ResolveAsync(Dog, Freiberg);
        (await directory.SettledAsync(status => status.LastFailure is not null)).LastFailure!.Code.Should().Be("authorities.snapshot-torn");
        var answer = await directory.Authorities.ResolveAsync(Dog, Freiberg);
        answer.Should().BeOfType<Competence.Found>();
        answer.Data!.IsStale.Should().BeTrue();
    }

    [Fact]
    public async Task A_file_that_all_may_write_is_refused()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new SnapshotFolder();
        await folder.WriteAsync(SnapshotFolder.Draft());
        File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | UnixFileMode.OtherWrite);
        folder.Invoking(it => it.Open()).Should().Throw<AuthoritiesException>().Which.Code.Should().Be("authorities.snapshot-writable");
    }

    [Fact]
    public void A_missing_file_is_no_snapshot()
    {
        using var folder = new SnapshotFolder();
        folder.Invoking(it => it.Open()).Should().Throw<AuthoritiesException>().Which.Code.Should().Be("authorities.file-unreadable");
    }

    [Theory]
    [InlineData("Sandbox", true)]
    [InlineData("Test", false)]
    public async Task Without_signature_only_in_the_Sandbox(string environment, bool isUsed)
    {
        using var folder = new SnapshotFolder();
        await SnapshotFolder.Draft().WriteUnsignedAsync(folder.Path);
        await using var directory = new TestDirectory();
        directory.Settings["A:Environment"] = environment;
        directory.Settings["A:Snapshot:Path"] = folder.Path;
        directory.Settings["A:Snapshot:AllowUnsigned"] = "true";
        directory.HostEnvironment = "Development";
        if (isUsed)
            (await directory.Authorities.ResolveAsync(Dog, Freiberg)).Should().BeOfType<Competence.Found>();
        else
            directory.Invoking(it => it.Authorities).Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().Which.Message.Should().Contain("AllowUnsigned");
    }

    private static bool Ask(SnapshotFolder folder)
    {
        try
        {
            using var snapshot = folder.Open();
            foreach (var region in new[] { SmallMap.Freiberg, SmallMap.Dresden, "14" })
            {
                snapshot.Resolve(Dog, Place.Of(RegionKey.Parse(region)));
                if (snapshot.TryFind(LeikaKey.Parse(Delivery.Car), RegionKey.Parse(region), out var found))
                    found.GetOffice(found.Count - 1).Should().NotBeNull();
            }

            return true;
        }
        catch (AuthoritiesException exception)
        {
            exception.Code.Should().Be("authorities.snapshot-malformed");
            return false;
        }
    }

    private static byte[] WithFormat(byte[] file, int format)
    {
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), format);
        return file;
    }

    private static IEnumerable<(long Offset, long Length)> Sections(byte[] file)
    {
        for (var index = 0; index < BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(24)); index++)
        {
            var entry = file.AsMemory(48 + (index * 24));
            yield return (BinaryPrimitives.ReadInt64LittleEndian(entry.Span[8..]), BinaryPrimitives.ReadInt64LittleEndian(entry.Span[16..]));
        }
    }

    // The format as docs/adr/0024 says it: block hashes before the key's identifier and the signature.
    private static byte[] Resigned(byte[] file, ECDsa key)
    {
        var header = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(12));
        var (blocks, keyId, signature) = (BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(32)), BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(36)), BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(40)));
        blocks.Should().Be(1, "the file is small");
        var body = (header + 63) / 64 * 64;
        SHA256.HashData(file.AsSpan(body)).CopyTo(file.AsSpan(header - signature - keyId - 32));
        key.SignData(file.AsSpan(0, header - signature), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation).CopyTo(file.AsSpan(header - signature));
        return file;
    }
}
