import { render } from 'preact';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import { App } from './app.tsx';
import { speakAsBefore } from './language/language.ts';

speakAsBefore();
const root = document.getElementById('page');
if (root !== null) render(<App />, root);
