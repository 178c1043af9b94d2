using System.Net;

namespace BaseComponents.Payments.Wire;

/// <summary>The content of an answer that is in memory as a whole. The memory is lent: it goes back when the answer is disposed of.</summary>
internal sealed class BoundedContent : HttpContent
{
    private readonly BoundedBody _body;

    private BoundedContent(BoundedBody body) => _body = body;

    /// <summary>Reads a content whole and takes its place.</summary>
    /// <exception cref="HttpRequestException">It is longer than the limit, or the connection broke in the middle.</exception>
    public static async ValueTask<BoundedContent> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        var bounded = new BoundedContent(new BoundedBody(maxBytes));
        // When it fails, whoever wrote may not have noticed yet: then the memory goes to the garbage collector, never to another borrower.
        await content.CopyToAsync(bounded._body, cancellationToken).ConfigureAwait(false);
        foreach (var (name, values) in content.Headers.NonValidated)
        {
            foreach (var value in values)
                bounded.Headers.TryAddWithoutValidation(name, value);
        }

        content.Dispose();
        return bounded;
    }

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => _body.OpenRead();

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(_body.OpenRead());

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(_body.Written, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _body.Dispose();
        base.Dispose(disposing);
    }
}
