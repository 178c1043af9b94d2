using System.Diagnostics;
using System.Text;
using BaseComponents.Payments;
using BaseComponents.Payments.Bank;

namespace BaseComponents.Tests.Payments.Bank;

/// <summary>Files that no bank wrote end in one typed error, soon, and without a word of theirs in it.</summary>
public sealed class HostileCamtTests
{
    private static readonly string[] Files =
    [
        "",
        "no XML",
        "<Document/>",
        CamtFile.Text("", "camt.052.001.08"),
        CamtFile.Text("", "camt.053.001.08").Replace("Document", "Dokument", StringComparison.Ordinal),
        CamtFile.Text("", "camt.053.001.08x"),
        CamtFile.Text(CamtFile.Entry())[..^20],
        CamtFile.Text(CamtFile.Entry()) + "<a/>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + CamtFile.Text("")[CamtFile.Text("").IndexOf("<Document", StringComparison.Ordinal)..],
        CamtFile.Text(CamtFile.Entry("&geheim;")),
        CamtFile.Text(CamtFile.Entry("geheim")),
        CamtFile.Text(CamtFile.Entry("-1.00")),
        CamtFile.Text(CamtFile.Entry("1,00")),
        CamtFile.Text(CamtFile.Entry("1e3")),
        CamtFile.Text(CamtFile.Entry("99999999999999999999999999999999")),
        CamtFile.Text(CamtFile.Entry("1000000000000")),
        CamtFile.Text(CamtFile.Entry(direction: "geheim")),
        CamtFile.Text(CamtFile.Entry(day: "2026-02-30")),
        CamtFile.Text(CamtFile.Entry(day: "")),
        CamtFile.Text("<Ntry><Sts>BOOK</Sts><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-26</Dt></BookgDt></Ntry>"),
        CamtFile.Text(CamtFile.Entry(details: CamtFile.Said(new string('x', 1001)))),
        CamtFile.Text(string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>", 100))),
        CamtFile.Text(CamtFile.Entry(details: string.Concat(Enumerable.Repeat("<TxDtls/>", 500_001)))),
    ];

    /// <summary>The framework's reader then counts its octets wrong, and says so in an exception of its own.</summary>
    [Fact]
    public async Task Octets_of_no_encoding_in_the_declaration_are_refused()
    {
        byte[] file = [.. "<?xml version=\"1.0"u8, .. Enumerable.Repeat((byte)0x95, 860), .. "\"?><ons>t"u8];
        var reading = async () => await CamtReader.ReadAsync(new MemoryStream(file)).ToListAsync();

        (await reading.Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.BankFileUnreadable);
    }

    [Theory]
    [InlineData(0xB7)]
    [InlineData(0x00)]
    [InlineData((byte)'<')]
    [InlineData((byte)'&')]
    public async Task A_byte_that_is_wrong_anywhere_is_refused_or_harmless(byte wrong)
    {
        var file = Encoding.UTF8.GetBytes(CamtFile.Text(CamtFile.Entry(details: CamtFile.Said("814200000001/Hundesteuer"))));
        for (var place = 0; place < file.Length; place++)
        {
            var changed = (byte[])file.Clone();
            changed[place] = wrong;
            try
            {
                await CamtReader.ReadAsync(new MemoryStream(changed), TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken);
            }
            catch (PaymentException refusal)
            {
                refusal.Code.Should().Be(PaymentErrors.BankFileUnreadable, "byte {0}", place);
            }
        }
    }

    public static TheoryData<int> Places => new(Enumerable.Range(0, Files.Length));

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_hostile_file_is_refused(int place)
    {
        var watch = Stopwatch.StartNew();

        var refusal = (await FluentActions.Awaiting(() => CamtReader.ReadAsync(CamtFile.Bytes(Files[place])).ToListAsync().AsTask()).Should().ThrowAsync<PaymentException>()).Which;

        refusal.Code.Should().Be(PaymentErrors.BankFileUnreadable);
        refusal.ToString().Should().NotContain("geheim").And.NotContain("passwd");
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_file_without_end_is_left_after_some_megabytes()
    {
        await using var endless = new Endless(CamtFile.Text("")[..CamtFile.Text("").IndexOf("</Stmt>", StringComparison.Ordinal)], "<Bal/>" + new string(' ', 2000));

        (await FluentActions.Awaiting(() => CamtReader.ReadAsync(endless).ToListAsync().AsTask()).Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.BankFileUnreadable);
        endless.Given.Should().BeLessThan(70 * 1024 * 1024);
    }

    [Fact]
    public async Task Reading_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        await using var entries = CamtReader.ReadAsync(CamtFile.Of(CamtFile.Entry() + CamtFile.Entry()), stop.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        (await entries.MoveNextAsync()).Should().BeTrue();
        await stop.CancelAsync();

        await FluentActions.Awaiting(() => entries.MoveNextAsync().AsTask()).Should().ThrowAsync<OperationCanceledException>();
    }

    /// <summary>The same again and again.</summary>
    private sealed class Endless(string begin, string again) : Stream
    {
        private readonly byte[] _begin = Encoding.UTF8.GetBytes(begin);
        private readonly byte[] _again = Encoding.UTF8.GetBytes(again);

        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var index = 0; index < count; index++, Given++)
                buffer[offset + index] = Given < _begin.Length ? _begin[Given] : _again[(Given - _begin.Length) % _again.Length];
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
