import "../kit/states.js";
import { adopt } from "../kit/styles.js";
import "./app.js";

adopt();
