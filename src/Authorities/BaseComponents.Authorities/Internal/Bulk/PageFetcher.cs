using System.Net;
using System.Text;
using System.Xml;
using BaseComponents.Authorities.Bulk;
using BaseComponents.Authorities.Wire;
using BaseComponents.Authorities.Wire.Bulk;

namespace BaseComponents.Authorities.Internal.Bulk;

/// <summary>Fetches one page into the folder's draft, within the limits for size and time.</summary>
internal sealed class PageFetcher(Func<HttpClient> client, BulkDeliveryOptions options, BulkFolder folder, TimeProvider clock)
{
    /// <param name="address">Where the page is; it was looked at before.</param>
    /// <param name="room">How many bytes the folder may still take.</param>
    /// <param name="progress">Is told how much has arrived.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="AuthoritiesException">It does not arrive, is too large or not in the expected form.</exception>
    public async Task<FetchedPage> FetchAsync(Uri address, long room, Action<long> progress, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.PageTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var limit = Math.Min(room, options.MaxPageBytes);
        try
        {
            var (envelope, bytes) = await ReceiveAsync(address, limit, progress, either.Token).ConfigureAwait(false);
            return await CheckAsync(envelope, bytes, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw BulkFailures.PageTooLong(options.PageTimeout, exception);
        }
        catch (DataTooLargeException exception)
        {
            throw room < options.MaxPageBytes ? BulkFailures.TooLarge(nameof(options.MaxBytes), options.MaxBytes, exception) : BulkFailures.TooLarge(nameof(options.MaxPageBytes), options.MaxPageBytes, exception);
        }
        catch (Exception exception) when (exception is BrokenOffException or HttpRequestException)
        {
            throw Failures.Unreachable(address.AbsoluteUri, exception);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or DecoderFallbackException)
        {
            // Texts of the XML reader quote what stands there; a page may name persons.
            throw BulkFailures.Invalid(exception is InvalidDataException ? exception.Message : "its XML is broken.", exception is InvalidDataException ? exception : null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw folder.Unwritable(exception);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or AuthoritiesException))
        {
            // What a service sends must not be able to end the application that fetches it.
            throw Failures.Unexpected(address.AbsoluteUri, exception);
        }
    }

    private async Task<(Envelope Envelope, long Bytes)> ReceiveAsync(Uri address, long limit, Action<long> progress, CancellationToken cancellationToken)
    {
        using var http = client();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode is not HttpStatusCode.OK)
            throw Failures.Refused(address.AbsoluteUri, answer.StatusCode, SourceReader.CorrelationOf(answer));
        var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var limited = new LimitedStream(stream, limit);
        var file = folder.BeginPage();
        await using (file.ConfigureAwait(false))
        {
            var sink = new XmlPageSink(new CountedStream(file, progress));
            var envelope = await EnvelopeReader.ReadAsync(limited, sink, cancellationToken: cancellationToken).ConfigureAwait(false);
            await sink.EndAsync().ConfigureAwait(false);
            await file.FlushAsync(cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
            return (envelope, sink.Bytes);
        }
    }

    private async Task<FetchedPage> CheckAsync(Envelope envelope, long bytes, CancellationToken cancellationToken)
    {
        var check = new PageCheck();
        if (bytes > 0)
        {
            using var limited = new LimitedStream(folder.OpenDraft(), options.MaxPageBytes);
            await new XzufiReader(check, options.Xzufi, options.MaxPageBytes).ReadAsync(limited, cancellationToken).ConfigureAwait(false);
        }

        return new FetchedPage(envelope, bytes, check.Written, check.Deleted);
    }
}
