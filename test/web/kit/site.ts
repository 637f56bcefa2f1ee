import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildApp } from '../../../api/app.ts';
import { loadData } from '../../../api/load-data.ts';
import { builtPage } from '../../../api/page/page-files.ts';
import { systemClock } from '../../../store/clock.ts';
import { openStore } from '../../../store/open-store.ts';
import type { Store } from '../../../store/write.ts';
import { launchBrowser } from './browser.ts';

/** How somebody sits before the page. */
export interface Seat {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly language?: 'da' | 'en';
  /** Whether to wait until everything has come; false only for those who measure how long that takes. */
  readonly waits?: boolean;
}

/** The whole thing as users have it: a browser, the server that listens, and a store of its own on disk. */
export interface Site {
  readonly url: string;
  /** Opens an address in a browser of its own, as another person would. */
  readonly open: (path: string, seat?: Seat) => Promise<Page>;
  /** What went wrong in any page so far: errors on the console, requests that left the origin. */
  readonly complaints: readonly string[];
  /** The server goes away: requests get no answer. */
  readonly stopServer: () => Promise<void>;
  /** The server comes back where it was, with what it had kept. */
  readonly startServer: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openSite(): Promise<Site> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'k98-site-'));
  const server = await listening(dataDirectory, 0);
  const browser = await launchBrowser();
  const complaints: string[] = [];
  return {
    url: server.url,
    complaints,
    open: (path, seat = {}) => opened(browser, server.url, { path, seat, complaints }),
    stopServer: () => server.stop(),
    startServer: () => server.start(),
    close: async () => {
      await browser.close();
      await server.stop();
      await rm(dataDirectory, { recursive: true });
    },
  };
}

interface Listening {
  readonly url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
}

async function listening(dataDirectory: string, wantedPort: number): Promise<Listening> {
  let running: { app: FastifyInstance; store: Store } | undefined;
  const start = async (port: number): Promise<string> => {
    const store = await openStore({ dataDirectory }, systemClock);
    const report = (failure: unknown) => console.error(failure);
    const app = await buildApp(await loadData(), { report, store, page: await builtPage() });
    running = { app, store };
    return app.listen({ host: '127.0.0.1', port });
  };
  const url = await start(wantedPort);
  return {
    url,
    start: async () => {
      await start(Number(new URL(url).port));
    },
    stop: async () => {
      await running?.app.close();
      await running?.store.database.close();
      running = undefined;
    },
  };
}

async function opened(
  browser: Browser,
  url: string,
  { path, seat, complaints }: { path: string; seat: Seat; complaints: string[] },
): Promise<Page> {
  const { width = 1440, height = 900, theme = 'light', language = 'da', waits = true } = seat;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'da-DK',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  if (language === 'en') await context.addInitScript(CHOOSE_ENGLISH);
  watch(context, new URL(url).origin, complaints);
  const page = await context.newPage();
  await page.goto(path, { waitUntil: waits ? 'load' : 'commit' });
  if (waits) await settled(page);
  return page;
}

/** Waits until everything that the page asked for has come. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.loading').waitFor({ state: 'detached' });
}

/** Axe opens frames that have no storage. */
const CHOOSE_ENGLISH = "if (location.protocol === 'http:') localStorage.setItem('k98.language', 'en')";

function watch(context: BrowserContext, origin: string, complaints: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`${error.page()?.url()}: ${error.error().message}`));
  context.on('request', (request) => {
    const address = new URL(request.url());
    const isOwn = address.origin === origin || ['data:', 'blob:'].includes(address.protocol);
    if (!isOwn) complaints.push(`left the origin: ${request.url()}`);
  });
}
